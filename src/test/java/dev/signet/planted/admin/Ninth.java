package dev.signet.planted.admin;

class Ninth {}
